# Findings of commitments between departments (D)

D003 = { $id } was due on { $due } and { $from } has not done it: { $days ->
    [one] one day late
   *[other] { $days } days late
}.
    .help = Set `status: done` with `done_date:`, or agree on a new day: add an offer to `catchball:`, have the other side sign it, and write the new `due:`.
D004 = { $id } was not agreed when cycle { $cycle } began on { $start }.
    .help = Begin the talk: add an offer to `catchball:`, as in {"{"}by: …, date: …, state: proposed, due: …{"}"}.
    .waits = { $waits } must answer: add `agreed`, `countered` with another day, or `declined` to `catchball:`.
    .declined = One side said no: offer other terms, or set `status: dropped`.
D005 = { $id } has no department that receives it.
    .help = Name another department than the one that owes it: `to: …`.
D006 = { $person } is of neither { $from } nor { $to }; this does not count as an answer.
    .help = Name somebody of one of the two departments, or correct `dept:` of the person.
D007 = { $id } says { $due }, but both sides signed { $agreed }.
    .help = Write `due: { $agreed }`, or add an offer of the other day to `catchball:` and have it signed. Until then { $agreed } counts.
D008 = { $id } is done, but not said when.
    .help = Add `done_date:`.
D009 = { $id } is done without evidence.
    .help = Add `evidence: [...]`: a file, an address or a few words by which the other side can see it.
D010 = { $id } is due on { $due }, after { $event } has begun on { $begins }.
    .help = Agree on an earlier day, or take the event out of `why:`.
