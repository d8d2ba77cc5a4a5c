"""Return codes in logs, in the order in which a byte passes through.

`input`        reads files and pipes in chunks of whole lines (`chunks`), and makes a line searchable: colours, escapes and a
               container's wrapper are removed, with a map to the offsets of the original (`searchable`)
`dialects`     the lines that known programs print, compiled from data/dialects (`model`); `grammar` chooses the dialect of a
               line, `prefilter` finds the lines worth reading
`line`         reads one line (`read_line`): dialects, functions and names, numbers next to a function, bare numbers in
               context, whether a name is only mentioned, and the function in words (`actions`); `folding` makes words alike
               that none of them knows (the known ones: `dialects.vocabulary`, compiled)
`engine`       goes through the chunks: keeps the results of lines by their folded text (`line_cache`), pairs the calls
               and returns of a trace (`open_calls`), measures durations
`current_grammar`   the dialects of this run, the site's included; `dialect_samples` checks their samples
`printed_line`      reads one line for `decode`, `explain` and `check`: the same forms without the loose ones
`annotate`, `annotate_json`, `scan`, `merge`, `redact`   the commands, made of the engine's results; `repeats` and `times` serve `scan`

A new form of a line is a file or a `[[line]]` in data/dialects; a new general form is in `line/function_numbers`.

Types on the way: a `Mention` is a name or number found at an offset of the searchable line; a `NumberMatch` is a number with the
function next to it; a `CodeSpan` is a return code with its offsets in the original line; `CodeInfo` is what is printed about a
(function, code) pair, made once, `LoadInfo` about a library that was not loaded; a `LineResult` is everything known of a line; a
`LineHit` is a line of a chunk with its codes.
Nothing here knows file names, terminals or options: `cli` passes streams in and writes what comes out.
"""
