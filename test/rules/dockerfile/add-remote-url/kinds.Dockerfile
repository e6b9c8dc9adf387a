FROM alpine:3.22
ADD https://example.com/a.tar.gz /a/
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url
ADD --chown=app ["http://example.com/b c", "/b/"]
#                ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url
ADD https://example.com/a https://example.com/b local.txt /c/
#   ^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url
#                         ^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url
ADD https://example.com/${VERSION}/a /d/
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url
ONBUILD ADD https://example.com/a /e/
#           ^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url
