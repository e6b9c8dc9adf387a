from debian:13 as a
FROM debian:13 AS b
#@0-4 dockerfile/instruction-casing
run true
rUN true
#@0-3 dockerfile/instruction-casing
