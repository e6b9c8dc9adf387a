# check=skip=all
RUN true
#@0-3 dockerfile/instruction-before-from
ARG A
COPY <<EOF /x
#@0-4 dockerfile/instruction-before-from
FROM x
EOF
WHAT is this
FROM debian:13
RUN true
