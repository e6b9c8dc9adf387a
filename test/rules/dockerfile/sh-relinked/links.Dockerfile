FROM debian:13
RUN ln -sfv /bin/bash /bin/sh
#                     ^^^^^^^ dockerfile/sh-relinked
RUN a && ln -sf bash /bin/sh && b
#                    ^^^^^^^ dockerfile/sh-relinked
RUN sudo ln -s "$S" "/bin/sh"
#                   ^^^^^^^^^ dockerfile/sh-relinked
ONBUILD RUN ln -sf /bin/bash /bin/sh
#                            ^^^^^^^ dockerfile/sh-relinked
RUN ln -s /bin/sh /bin/shell
RUN ln -s /bin/sh
RUN <<EOF
set -e
ln -sf /bin/bash /bin/sh
#                ^^^^^^^ dockerfile/sh-relinked
EOF
