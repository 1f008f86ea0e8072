# Findings of market briefings (B)

B001 = Item { $id } { $lacks ->
    [act] asks nobody to do anything.
   *[so-what] does not say what it means for us.
 }
    .help = Add `so_what:` and `act: [{"{"}dept: …, what: …, by: …{"}"}]`; what nobody acts on is news, not a briefing.
B002 = The forecast of { $id } { $lacks ->
    [level] does not say how surely its interval holds the figure.
    [point] has its point outside its interval.
   *[interval] has no interval.
 }
    .help = Write `interval: {"{"}level: 80%, lo: …, hi: …{"}"}` round `point:`; a number alone is never right.
B003 = Call { $id } has { $lacks ->
    [both] neither a probability nor a day on which it is resolved.
    [day] no day on which it is resolved.
   *[probability] no probability between 1% and 99%.
 }
    .help = Add `probability:` and `resolves:`; without them nobody can score it.
B004 = A fact of { $id } { $wrong ->
    [source] has no source.
    [old] was { $days } days old when the briefing was issued; the limit is { $limit }.
   *[day] has no day.
 }
    .help = Write `source:` and `asof:`, and take the latest figure; `lint: {"{"}limits: {"{"}evidence_days: 60{"}"}{"}"}` sets the limit.
B005 = { $wrong ->
    [mixed] { $id } mixes how likely a thing is with how firm the basis is: “{ $sentence }”.
   *[range] `{ $word }` in call { $id } stands for { $least } to { $most }%, and its probability is { $percent }%.
 }
    .help = Change the word or the probability, or leave the word out: the number says it already.
    .mixed = Make two sentences of it; how firm the basis is stands in `confidence:`.
B006 = Call { $id } was to be resolved on { $day }, { $days ->
    [one] a day
   *[other] { $days } days
 } ago, and has no outcome.
    .help = Write `outcome: happened` or `outcome: not-happened` with the call.
B007 = { $wrong ->
    [other] { $id } asks { $department } and names commitment { $commitment }, which { $from } owes.
   *[silence] What { $id } asks of { $department } is neither a commitment nor declined.
 }
    .other = Correct `dept:`, or name the commitment of that department.
    .help = Add `commitment: K…` to the act, or `declined: {"{"}by: …, reason: …, date: …{"}"}`.
