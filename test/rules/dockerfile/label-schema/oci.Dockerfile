FROM debian:13
LABEL org.opencontainers.image.created=2026-11-21
#                                      ^^^^^^^^^^ dockerfile/label-schema
LABEL org.opencontainers.image.created=2026-11-21T10:00:00+02:00 \
      org.opencontainers.image.licenses="GPLv3" \
#                                       ^^^^^^^ dockerfile/label-schema
      org.opencontainers.image.url="" \
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/label-schema
      org.opencontainers.image.source=example.com/x
#                                     ^^^^^^^^^^^^^ dockerfile/label-schema
LABEL org.opencontainers.image.licenses="(MIT OR Apache-2.0)" org.opencontainers.image.url=$URL
LABEL org.opencontainers.image.licenses Apache License, Version 2.0
#                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/label-schema
LABEL org.opencontainers.image.title="" created=never
