# The words of the pages of products, marketplaces and the plan
