FROM debian:13
ENV A b c
#   ^ dockerfile/legacy-key-value
ENV A "b c"
#   ^ dockerfile/legacy-key-value
ENV A "b" c
#   ^ dockerfile/legacy-key-value
ENV A = b
#   ^ dockerfile/legacy-key-value
ENV A b \
#   ^ dockerfile/legacy-key-value
  c
LABEL a.b it is
#     ^^^ dockerfile/legacy-key-value
ONBUILD ENV A $B
#           ^ dockerfile/legacy-key-value
ENV A=b c=d
ENV A
ARG A b
