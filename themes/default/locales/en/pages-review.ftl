# The words of the reviews, the standards, the team and the toolbox
