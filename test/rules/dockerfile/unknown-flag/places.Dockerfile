FROM --plattform=linux/amd64 debian:13
#    ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/unknown-flag
COPY --mount=x --form=y a /b
#    ^^^^^^^^^ dockerfile/unknown-flag
#              ^^^^^^^^ dockerfile/unknown-flag
ONBUILD COPY --chown-all=1 a /b
#            ^^^^^^^^^^^^^ dockerfile/unknown-flag
USER --system app
#    ^^^^^^^^ dockerfile/unknown-flag
CMD --flag
#   ^^^^^^ dockerfile/unknown-flag
RUN a --flag
RUN --network=none --secret=x true
#                  ^^^^^^^^^^ dockerfile/unknown-flag
