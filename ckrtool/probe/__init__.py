"""The probe: sequence files, plan, worker process, report, findings."""
