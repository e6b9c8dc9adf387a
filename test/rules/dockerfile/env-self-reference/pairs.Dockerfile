FROM debian:13
ENV A=1 B=$A C=${B:-x}
#          ^ dockerfile/env-self-reference
#                ^ dockerfile/env-self-reference
ENV A=2 D=$X$A$B B=3
#            ^ dockerfile/env-self-reference
ENV PATH=/x:$PATH A=4
ENV F='$A' A=\$F
ENV G $G
ONBUILD ENV A=1 B=$A
#                  ^ dockerfile/env-self-reference
ENV A=1 \
    B="$A \
#       ^ dockerfile/env-self-reference
       x"
