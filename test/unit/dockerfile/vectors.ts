/**
 * Tricky Dockerfiles and what Docker makes of them: one line per instruction, `KEYWORD first-last line`, then its flags, words
 * (`J` in front: JSON form) and heredocs (`name!` when the body is not expanded). Words of ENV, LABEL and ARG are whole pairs.
 */
export interface Vector {
  readonly name: string;
  readonly text: string;
  readonly instructions: readonly string[];
  /** Codes of the problems, in the order of the text. */
  readonly problems?: readonly string[];
}

function vector(name: string, text: string, instructions: readonly string[], problems?: readonly string[]): Vector {
  return { name, text, instructions, ...(problems ? { problems } : {}) };
}

export const VECTORS: readonly Vector[] = [
  vector('plain', 'FROM alpine\nUSER app\n', ['FROM 1-1 [alpine]', 'USER 2-2 [app]']),
  vector('no newline at the end', 'FROM alpine\nUSER app', ['FROM 1-1 [alpine]', 'USER 2-2 [app]']),
  vector('lower and mixed case', 'from alpine as B\nuSeR app', ['FROM 1-1 [alpine][as][B]', 'USER 2-2 [app]']),
  vector('leading blanks and tabs', '  FROM alpine\n\t USER app \t\n', ['FROM 1-1 [alpine]', 'USER 2-2 [app]']),
  vector('blank lines between', '\n\nFROM alpine\n\n\nUSER app\n\n', ['FROM 3-3 [alpine]', 'USER 6-6 [app]']),
  vector('byte order mark', '\uFEFFFROM alpine\n', ['FROM 1-1 [alpine]']),
  vector('byte order mark and directive', '\uFEFF# escape=`\nFROM w\nRUN a `\n  b\n', ['FROM 2-2 [w]', 'RUN 3-4 [a   b]']),
  vector('CRLF', 'FROM alpine\r\nENV A=1 \\\r\n  B=2\r\n', ['FROM 1-1 [alpine]', 'ENV 2-3 [A=1][B=2]']),
  vector('lone CR ends no line', 'FROM alpine\rUSER app\n', ['FROM 1-1 [alpine][USER][app]'], ['from-arguments']),
  vector('doubled CR', 'USER app\r\r\nCMD x\r\r\n', ['USER 1-1 [app]', 'CMD 2-2 [x]']),
  vector('form feed and vertical tab', 'EXPOSE\f80\v443\n', ['EXPOSE 1-1 [80][443]']),
  vector('no-break space is part of the keyword', 'USER\u00A0app\n', ['USER\u00A0APP 1-1'], ['unknown-instruction']),
  vector('line separator is no line end', 'RUN a\u2028USER b\n', ['RUN 1-1 [a\u2028USER b]']),
  vector('continuation', 'RUN a && \\\n  b\nUSER c\n', ['RUN 1-2 [a &&   b]', 'USER 3-3 [c]']),
  vector('blanks behind the backslash', 'RUN a && \\ \t \n  b\n', ['RUN 1-2 [a &&   b]']),
  vector('escaped backslash at the end', 'RUN echo \\\\\nUSER app\n', ['RUN 1-1 [echo \\\\]', 'USER 2-2 [app]']),
  vector('three backslashes at the end', 'RUN echo \\\\\\\nUSER app\n', ['RUN 1-1 [echo \\\\\\]', 'USER 2-2 [app]']),
  vector('lines of a backslash only', 'RUN a \\\n\\\n   \\\n b\n', ['RUN 1-4 [a     b]']),
  vector('keyword in two pieces', 'EXP\\\nOSE 80\n', ['EXPOSE 1-2 [80]']),
  vector('file ends in a continuation', 'CMD run \\', ['CMD 1-1 [run]']),
  vector('file ends in a comment of a continuation', 'CMD run \\\n  # what', ['CMD 1-2 [run]']),
  vector('a backslash before the first instruction', '\\\nUSER app\n', ['USER 2-2 [app]']),
  vector('nothing but a backslash', '\\\n', [], ['empty-instruction', 'no-instructions']),
  vector('comment lines inside', 'RUN a \\\n# one\n\t# two \\\n && b\nUSER c\n', ['RUN 1-4 [a  && b]', 'USER 5-5 [c]']),
  vector('blank line inside', 'RUN a \\\n\n  && b\n', ['RUN 1-3 [a   && b]']),
  vector('comment inside quotes vanishes too', "RUN echo 'a \\\n# gone\nb'\n", ["RUN 1-3 [echo 'a b']"]),
  vector('a comment does not continue', '# c \\\nUSER app\n', ['USER 2-2 [app]']),
  vector('no comment behind an instruction', 'USER app # me\n', ['USER 1-1 [app # me]']),
  vector('escape directive', '#escape = `\nCOPY a c:\\\nRUN x `\n y\n', ['COPY 2-2 [a][c:\\]', 'RUN 3-4 [x  y]']),
  vector('directives in any order and case', '# SYNTAX=x\n# check=skip=all\n# Escape=`\nRUN a `\n b\n', ['RUN 4-5 [a  b]']),
  vector('no directive behind a comment', '# hello\n# escape=`\nRUN a `\nUSER b\n', ['RUN 3-3 [a `]', 'USER 4-4 [b]']),
  vector('no directive behind a blank line', '\n# escape=`\nRUN a `\nUSER b\n', ['RUN 3-3 [a `]', 'USER 4-4 [b]']),
  vector('no directive behind an instruction', 'ARG A\n# escape=`\nRUN a `\nUSER b\n', [
    'ARG 1-1 [A]',
    'RUN 3-3 [a `]',
    'USER 4-4 [b]',
  ]),
  vector('an unknown escape character', '# escape=|\nUSER a\n', ['USER 2-2 [a]'], ['invalid-escape']),
  vector('a directive twice', '# escape=`\n# escape=`\nUSER a\n', ['USER 3-3 [a]'], ['duplicate-directive']),
  vector('flags', 'COPY --from=b --link --chown=1:1 a /b\n', ['COPY 1-1 {--from=b}{--link}{--chown=1:1} [a][/b]']),
  vector('flags over lines', 'RUN --mount=type=ssh \\\n  --network=none \\\n  git x\n', [
    'RUN 1-3 {--mount=type=ssh}{--network=none} [git x]',
  ]),
  vector('quoted flag', "RUN --mount='type=bind,source=my dir' x\n", ['RUN 1-1 {--mount=type=bind,source=my dir} [x]']),
  vector('escapes in a flag', 'RUN --mount=a\\ b\\"c x\n', ['RUN 1-1 {--mount=a b"c} [x]']),
  vector('two dashes end the flags', 'RUN -- --network=host\n', ['RUN 1-1 [--network=host]']),
  vector('a flag with a blank before =', 'ADD --chmod = a b\n', ['ADD 1-1 {--chmod} [=][a][b]']),
  vector('one dash is no flag', 'CMD -v\n', ['CMD 1-1 [-v]']),
  vector('an unknown flag is kept', 'COPY --new-thing=1 a b\n', ['COPY 1-1 {--new-thing=1} [a][b]']),
  vector('JSON form', 'CMD [ "a b" , "c" ]\n', ['CMD 1-1 J[a b][c]']),
  vector('JSON form with escapes', 'CMD ["\\u0041\\n", "\\"", "\\\\"]\n', ['CMD 1-1 J[A\n]["][\\]']),
  vector('JSON form over lines', 'CMD ["a", \\\n  # first\n  "b"]\n', ['CMD 1-3 J[a][b]']),
  vector('empty JSON form', 'ENTRYPOINT []\n', ['ENTRYPOINT 1-1 J']),
  vector('single quotes are no JSON', "CMD ['a']\n", ["CMD 1-1 [['a']]"]),
  vector('a comma too many is no JSON', 'CMD ["a",]\n', ['CMD 1-1 [["a",]]']),
  vector('text behind the array is no JSON', 'RUN ["a"] && b\n', ['RUN 1-1 [["a"] && b]']),
  vector('a test is no JSON', 'RUN [ -f x ] || y\n', ['RUN 1-1 [[ -f x ] || y]']),
  vector('numbers in the array', 'CMD ["a", 1]\n', ['CMD 1-1 [["a", 1]]'], ['json-not-strings']),
  vector('JSON form of COPY', 'COPY ["a b", "/c/"]\n', ['COPY 1-1 J[a b][/c/]']),
  vector('heredoc', 'RUN <<EOF\necho\nEOF\nUSER a\n', ['RUN 1-3 [<<EOF] EOF="echo\\n"', 'USER 4-4 [a]']),
  vector('heredoc with a quoted name', 'RUN cat << "E F" > x\nUSER root\nE F\nUSER a\n', [
    'RUN 1-3 [cat << "E F" > x] E F!="USER root\\n"',
    'USER 4-4 [a]',
  ]),
  vector('tabs removed', 'COPY <<-X /a\n\tone\n\t\ttwo\n\tX\n', ['COPY 1-4 [<<-X][/a] X="one\\ntwo\\n"']),
  vector('blanks keep a delimiter from ending', 'RUN <<X\n X\nX\n', ['RUN 1-3 [<<X] X=" X\\n"']),
  vector('two heredocs', 'COPY <<A <<B /d/\n1\nA\n2\nB\nCMD x\n', ['COPY 1-5 [<<A][<<B][/d/] A="1\\n" B="2\\n"', 'CMD 6-6 [x]']),
  vector('heredoc behind a continuation', 'RUN cat <<E && \\\n  b\nbody\nE\n', ['RUN 1-4 [cat <<E &&   b] E="body\\n"']),
  vector('heredoc under ONBUILD', 'ONBUILD RUN <<E\nx\nE\nCMD y\n', ['ONBUILD 1-3 [RUN][<<E] E="x\\n"', 'CMD 4-4 [y]']),
  vector('heredoc keeps CRLF', 'RUN <<E\r\nx\r\nE\r\nCMD y\r\n', ['RUN 1-3 [<<E] E="x\\r\\n"', 'CMD 4-4 [y]']),
  vector('comments in a heredoc are text', 'RUN <<E\n# x \\\nE\n', ['RUN 1-3 [<<E] E="# x \\\\\\n"']),
  vector('no heredoc in CMD', 'CMD cat <<E\nUSER a\n', ['CMD 1-1 [cat <<E]', 'USER 2-2 [a]']),
  vector('no heredoc in JSON form', 'RUN ["a", "<<E"]\nUSER a\n', ['RUN 1-1 J[a][<<E]', 'USER 2-2 [a]']),
  vector('no heredoc in quotes', 'RUN echo "a <<E"\nUSER a\n', ['RUN 1-1 [echo "a <<E"]', 'USER 2-2 [a]']),
  vector('a here-string is no heredoc', 'RUN cat <<< x\nUSER a\n', ['RUN 1-1 [cat <<< x]', 'USER 2-2 [a]']),
  vector('an open quote hides a heredoc', "RUN it's <<E\nUSER a\n", ["RUN 1-1 [it's <<E]", 'USER 2-2 [a]']),
  vector('no name, no heredoc', 'RUN cat <<\nUSER a\n', ['RUN 1-1 [cat <<]', 'USER 2-2 [a]']),
  vector('a semicolon is part of the name', 'RUN cat <<E; x\nE;\nUSER a\n', ['RUN 1-2 [cat <<E; x] E;=""', 'USER 3-3 [a]']),
  vector('a heredoc that never ends', 'RUN cat <<E\nUSER a\n', ['RUN 1-2 [cat <<E] E="USER a\\n"'], ['unterminated-heredoc']),
  vector(
    'a shift opens a heredoc',
    'RUN echo $((1 << 2))\nUSER a\n',
    ['RUN 1-2 [echo $((1 << 2))] 2))="USER a\\n"'],
    ['unterminated-heredoc'],
  ),
  vector('pairs', 'ENV A=1 B="x y" C=\'z w\' D=a\\ b E=\n', ['ENV 1-1 [A=1][B="x y"][C=\'z w\'][D=a\\ b][E=]']),
  vector('the old form of ENV', 'ENV NAME the  rest =x\n', ['ENV 1-1 [NAME][the  rest =x]']),
  vector('a pair without =', 'ENV A=1 B\n', ['ENV 1-1 [A=1][B]'], ['missing-equals']),
  vector('ENV without a value', 'ENV A\n', ['ENV 1-1 [A]'], ['missing-value']),
  vector('label with a quoted name', 'LABEL "a b"=c\n', ['LABEL 1-1 ["a b"=c]']),
  vector('several ARGs', 'ARG A=1 B C="x y"\n', ['ARG 1-1 [A=1][B][C="x y"]']),
  vector('HEALTHCHECK', 'HEALTHCHECK --timeout=1s CMD  a || b\nHEALTHCHECK NONE\n', [
    'HEALTHCHECK 1-1 {--timeout=1s} [CMD][a || b]',
    'HEALTHCHECK 2-2 [NONE]',
  ]),
  vector('an unknown instruction', 'WAT is this\n', ['WAT 1-1 [is][this]'], ['unknown-instruction']),
  vector('missing arguments', 'USER\nRUN\n', ['USER 1-1', 'RUN 2-2'], ['missing-arguments']),
  vector('FROM with two words', 'FROM a b\n', ['FROM 1-1 [a][b]'], ['from-arguments']),
  vector('empty', '', [], ['no-instructions']),
  vector('comments only', '# a\n  # b', [], ['no-instructions']),
  vector('characters beyond the first plane', 'RUN echo 😀 \\\n  😀\n', ['RUN 1-2 [echo 😀   😀]']),
];
