FROM debian:13 AS buildDeps
#                 ^^^^^^^^^ dockerfile/stage-name-casing
FROM buildDeps AS run
FROM debian:13 AS \
  RUN2
# ^^^^ dockerfile/stage-name-casing
FROM debian:13 AS a.b_c-1
