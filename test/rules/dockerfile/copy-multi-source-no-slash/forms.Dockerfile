FROM debian:13
COPY a b /c
#        ^^ dockerfile/copy-multi-source-no-slash
ADD ["a", "b", "/c"]
#              ^^^^ dockerfile/copy-multi-source-no-slash
COPY --chown=1:1 a b "/c"
#                    ^^^^ dockerfile/copy-multi-source-no-slash
ONBUILD COPY a b c
#                ^ dockerfile/copy-multi-source-no-slash
COPY a b \
  # where to
  /c
# ^^ dockerfile/copy-multi-source-no-slash
COPY <<ONE <<TWO /etc/x
#                ^^^^^^ dockerfile/copy-multi-source-no-slash
ONE
TWO
ARG DIR=/app
COPY a b $DIR
#        ^^^^ dockerfile/copy-multi-source-no-slash
