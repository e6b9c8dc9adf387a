FROM debian:13
RUN printf 'Types: deb\nURIs: https://example.com\nTrusted: yes\n' > /etc/apt/sources.list.d/x.sources
#                                                  ^^^^^^^^^^^^ dockerfile/apt-allow-unauthenticated
COPY <<EOF /etc/apt/sources.list.d/y.sources
Types: deb
Trusted: yes
#@0-12 dockerfile/apt-allow-unauthenticated
EOF
