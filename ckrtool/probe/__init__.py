"""`ckr probe`: its packages and modules, in the order in which a run uses them.

`request`      the request of the user, and the sequences to run for it
`target`       finds the file of the module and the slot of the token
`sequences`    checks sequence files and turns them into the steps of a plan
`pin`          reads and redacts the PIN, and records failed logins
`supervision`  starts worker processes (forked by a process that has loaded no module), reads their messages, ends them at their
               deadlines, and collects the `results`
`worker`       runs in such a process: loads the module, makes the calls, and writes a message before and after each
`judge`        turns results into findings
`reporting`    builds the report; reads, compares and anonymizes saved reports
`all_tokens`   runs the sequences that need a slot once per token
`run`          one run from request to report; the only part that uses both plan and judge

Supervisor and worker share `protocol` (plan and messages), `journal` (the shared memory with the messages), `hardening` (prevents core
files and access to memory) and `waiting` (whether a child has ended).
"""
