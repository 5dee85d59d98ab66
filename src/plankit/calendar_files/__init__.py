"""What is due as iCalendar files, which every calendar program reads. An edge: knows the views and nothing else."""
