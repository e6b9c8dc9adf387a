FROM debian:12
RUN wget -q --no-check-certificate -O- https://example.com/a.tgz | tar xz
#           ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/wget-no-check-certificate
RUN wget --no-check-cert https://example.com/a && wget -e check_certificate=off https://example.com/b
#        ^^^^^^^^^^^^^^^ dockerfile/wget-no-check-certificate
#                                                      ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/wget-no-check-certificate
RUN wget --check-certificate=off https://example.com/a
#        ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/wget-no-check-certificate
RUN printf 'timeout = 5\ncheck_certificate = off\n' > /etc/wgetrc
#                        ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/wget-no-check-certificate
RUN find / -name x -exec wget --no-check-certificate https://example.com/{} \;
#                             ^^^^^^^^^^^^^^^^^^^^^^ dockerfile/wget-no-check-certificate
