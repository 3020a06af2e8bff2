"""Screening, crisis and helplines."""
