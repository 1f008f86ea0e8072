# The words of supply: what must be ordered by when
plan-tabs = Pages of the plan
supply-title = Supply
supply-headline-none = It is not known yet when to order.
supply-empty = What must be ordered by when, how many weeks the stock lasts and which way it comes will stand here. Begin with products, routes and the stock at hand:
