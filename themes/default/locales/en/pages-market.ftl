# The pages of the market: overview, categories, keywords, what is expected.

market-tabs = Pages of the market
