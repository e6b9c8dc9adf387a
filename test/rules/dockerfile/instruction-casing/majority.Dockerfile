FROM debian:13 as a
COPY a /a
run true
#@0-3 dockerfile/instruction-casing
Env A=1
#@0-3 dockerfile/instruction-casing
ONBUILD run true
nonsense x
HEALTHCHECK cmd true
