"""Return codes in logs, in the order in which a byte passes through.

`input`        reads files and pipes in chunks of whole lines (`chunks`), and makes a line searchable: colours, escapes and a
               container's wrapper are taken out, with a way back to the offsets of the original (`searchable`)
`dialects`     how known programs print a call and its return code; `prefilter` finds the lines worth reading, `match` the
               dialect of one line
`line`         reads one line (`read_line`): functions and names, numbers beside a function, bare numbers in context, and
               whether a name is only mentioned
`engine`       goes through the chunks: caches results of lines that differ in numbers only (`line_cache`, `span_cache`),
               pairs the calls and returns of a trace (`open_calls`), measures durations
`annotate`, `annotate_json`, `scan`, `merge`, `redact`   the commands, made of the engine's results

Types on the way: a `Mention` is a name or number found at an offset of the searchable line; a `NumberMatch` is one with the
function beside it; a `CodeSpan` is a return code with its offsets in the original line; `CodeInfo` is what is printed about a
(function, code) pair, made once; a `LineResult` is everything a line says; a `LineHit` is a line of a chunk with its codes.
Nothing here knows of files' names, terminals or options: `cli` hands in streams and writes what comes out.
"""
