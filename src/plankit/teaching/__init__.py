"""Teaching: exercises whose questions, answers and feedback are worked out from the plan that learners work under.

`kit_of` gives everything that a kit holds as one frozen value; what writes files renders it and adds nothing.
"""
