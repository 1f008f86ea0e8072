# The draft of a new briefing (opsreport new --briefing)

draft-head = The facts are filled in; put judgements in place of the question marks, take out the `# ` of lines you use and delete the others.
draft-calls = Calls that are not resolved; write outcome: happened or not-happened for those that are due (!):
draft-headline-fact = ? { $fact }
draft-headline = ? The one thing that matters this time, with its number
draft-asked = What { $briefing } of { $day } asked for, and what became of it (!: nobody answered in time):
draft-promised = { $id }, { $state ->
    [done] done
    [dropped] dropped
    [carried] carried over
    [late] late, was due { $day }
   *[open] due { $day }
}
draft-declined = declined: { $reason }
draft-unanswered = no answer
draft-since = What has moved since { $briefing } of { $day }:
draft-moved = { $subject }: { $then } in { $then-period } → { $now } in { $now-period }
draft-unmoved = { $subject }: { $now } in { $now-period }, as in { $then-period }
draft-learned = ? What was wrong or missing the last time, and how you know
draft-forecast = The tool's own forecast; put yours in its place, or take it over:
draft-so-what = ? What it means for us, and what it is worth
draft-judgements = What only a person can say:
draft-fact = { $subject }: { $words }
draft-body =
    ## What we do not know

    - ?
draft-taken = { $path } is there already: a briefing is never written over
draft-no-category = market.yaml has no category { $name }
draft-no-marketplace = there is no marketplace { $name }
draft-nothing = no briefing was written: mend what is said above first
drafted = wrote { $path }: open it and add what you judge
