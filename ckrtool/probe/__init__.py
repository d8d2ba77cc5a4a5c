"""`ckr probe`, in the order in which a run passes through it.

`request`      what was asked for, and which sequences that means
`target`       which file is the module, which slot holds the token
`sequences`    sequence files, checked and turned into the steps of a plan
`pin`          the PIN: read, blanked, and the mark that a failed login leaves
`supervision`  starts worker processes (forked by a parent that has loaded no module), listens, ends them at their deadlines, collects
               `results`
`worker`       inside such a process, beside the module: makes the calls and tells of each before and after it
`judge`        turns results into findings
`reporting`    makes the report, and reads, compares and anonymizes saved ones
`all_tokens`   runs what needs a slot once for each token
`run`          one run from request to report; the only part that knows both plan and judge

Between supervisor and worker stand `protocol` (plan and messages), `journal` (the shared memory that carries the messages) and
`hardening` (no core, no reading of memory, on both sides), `waiting` (whether a child has ended).
"""
