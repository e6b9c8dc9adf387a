FROM debian:12
RUN aria2c -x 4 --check-certificate=false https://example.com/a && axel -n 4 -k https://example.com/b
#               ^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/download-client-insecure
#                                                                            ^^ dockerfile/download-client-insecure
RUN hg clone --insecure https://example.com/r || ansible-galaxy install --ignore-certs role
#            ^^^^^^^^^^ dockerfile/download-client-insecure
#                                                                       ^^^^^^^^^^^^^^ dockerfile/download-client-insecure
ENV PERL_LWP_SSL_VERIFY_HOSTNAME=0
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/download-client-insecure
RUN lftp -c 'open x' && echo "set ssl:verify-certificate no" > ~/.lftprc
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/download-client-insecure
