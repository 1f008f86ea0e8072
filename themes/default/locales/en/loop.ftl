# The loop, and the story of each gap
loop-title = Loop
review-tabs = Pages of the review
