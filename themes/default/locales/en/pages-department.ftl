# The words of the departments, feedback, batches, data and method
