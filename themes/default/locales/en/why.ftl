# Why
why-title = Why
why-of = { $metric }, { $who }, { $period }
why-headline = { $count } changes opened into their drivers: the parts sum to the change, nothing is left over.
why-more = Why, level by level
