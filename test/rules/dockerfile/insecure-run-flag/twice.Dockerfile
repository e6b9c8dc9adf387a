FROM debian:12
RUN --network=default --network=host make
#                     ^^^^^^^^^^^^^^ dockerfile/insecure-run-flag
RUN --security="insecure" \
#   ^^^^^^^^^^^^^^^^^^^^^ dockerfile/insecure-run-flag
  make
