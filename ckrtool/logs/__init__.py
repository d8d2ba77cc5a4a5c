"""Find return codes in logs.

The packages, in the order in which data passes through them:

`input`        reads files and pipes in chunks of whole lines (`chunks`), and makes a line searchable: colours, escapes and a
               container's wrapper are removed, with a map to the offsets of the original (`searchable`)
`dialects`     the lines that known programs print, compiled from data/dialects (`model`); `grammar` chooses the dialect of a
               line, `prefilter` finds the lines worth reading, with PCRE2 or Hyperscan where they are available (`search`)
`line`         reads one line (`read_line`): dialects, functions and names, numbers next to a function, bare numbers in
               context, whether a name is only mentioned, and functions named in prose (`actions`); `words` splits a line, and
               `folding` replaces words that none of these use, and numbers (`number_forms`), by common placeholders (the
               words that they use: `dialects.vocabulary`, compiled)
`engine`       processes the chunks: caches the results of lines by their folded text (`line_cache`) and derives those of lines
               that differ in a value only (`recipes`), pairs the calls
               and returns of a trace (`open_calls`), measures durations
`current_grammar`   the dialects of this run, including the site's own; `dialect_samples` checks their samples
`printed_line`      reads one line for `decode`, `explain` and `check`: the same forms except those that need the lines before
`annotate`, `annotate_json`, `scan`, `merge`, `redact`   the commands, which use the engine's results; `repeats` and `times` serve `scan`

A new form of a line is a file or a `[[line]]` in data/dialects; a new general form is in `line/function_numbers`.

Types: a `Mention` is a name or number found at an offset of the searchable line; a `NumberMatch` is a number with the function
next to it; a `CodeSpan` is a return code with its offsets in the original line; a `CodeInfo` is the text printed for a
(function, code) pair, computed once, a `LoadInfo` that for a library that was not loaded; a `LineResult` is the result of
reading a line; a `LineHit` is a line of a chunk with its codes.
This package uses no terminals or options: `cli` passes streams to it and writes the results.
"""
