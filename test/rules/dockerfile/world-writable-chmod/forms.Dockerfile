FROM debian:13
RUN ["chmod", "-R", "777", "/data"]
#                    ^^^ dockerfile/world-writable-chmod
RUN <<EOF
  chmod 777 \
#@8-11 dockerfile/world-writable-chmod
    /data
EOF
RUN chmod o+w /a; true
#         ^^^ dockerfile/world-writable-chmod
RUN chmod \
  777 \
# ^^^ dockerfile/world-writable-chmod
  /b
