FROM debian:13
COPY --chown=app --chmod=0777 a /a
#                        ^^^^ dockerfile/world-writable-chmod
ADD --chmod="a+rw" https://example.com/x /x
#@12-18 dockerfile/world-writable-chmod
COPY --chmod=755 b /b
COPY --chmod=$MODE c /c
