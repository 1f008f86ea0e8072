# The draft of a new briefing (opsreport new --briefing)

draft-head = The facts are filled in; put judgements in place of the question marks, take out the `# ` of lines you use and delete the others.
draft-calls = Calls that are not resolved; write outcome: happened or not-happened for those that are due (!):
draft-headline = ? The one thing that matters this time, with its number
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
