FROM debian:12
RUN apt-get update -oAcquire::AllowInsecureRepositories=true && apt install -y --allow-unauthenticated a
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/apt-allow-unauthenticated
#                                                                              ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/apt-allow-unauthenticated
RUN apt-get -o "APT::Get::AllowUnauthenticated=yes" -y install a
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/apt-allow-unauthenticated
RUN echo 'deb [arch=amd64 trusted=yes] https://example.com/debian stable main' | tee /etc/apt/sources.list.d/a.list
#                         ^^^^^^^^^^^ dockerfile/apt-allow-unauthenticated
RUN printf 'APT::Get::AllowUnauthenticated "true";\n' > /etc/apt/apt.conf.d/99x
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/apt-allow-unauthenticated
COPY <<EOF /etc/apt/sources.list.d/a.sources
Types: deb
URIs: https://example.com/debian
Trusted: yes
#@0-12 dockerfile/apt-allow-unauthenticated
EOF
RUN sed -i 's/^deb /deb [trusted=yes] /' /etc/apt/sources.list
#                        ^^^^^^^^^^^ dockerfile/apt-allow-unauthenticated
