FROM debian:12
RUN echo '%sudo ALL=(ALL:ALL) NOPASSWD: ALL' | tee /etc/sudoers.d/x
#                             ^^^^^^^^ dockerfile/sudoers-nopasswd
RUN printf '%s\n' 'app ALL=(root) NOPASSWD:/usr/bin/apt-get' >> /etc/sudoers
#                                 ^^^^^^^^ dockerfile/sudoers-nopasswd
RUN set -eux; \
    sed -i -e 's/%sudo.*/%sudo ALL=(ALL) NOPASSWD:ALL/' /etc/sudoers; \
#                                        ^^^^^^^^ dockerfile/sudoers-nopasswd
    cat <<X > /etc/sudoers.d/y
app ALL=(ALL) NOPASSWD:ALL
#             ^^^^^^^^ dockerfile/sudoers-nopasswd
X
RUN ls
COPY <<EOF /etc/sudoers.d/z
app ALL=(ALL) NOPASSWD:ALL
#             ^^^^^^^^ dockerfile/sudoers-nopasswd
EOF
