FROM debian:trixie
ENV KEY=7BD9BF62
RUN set -ex; for k in $KEY; do gpg --recv-keys "$k"; done; gpg --keyserver x --recv-key 7bd9bf62 $KEY ABF5BD827BD9BF62
#                                                                                       ^^^^^^^^ dockerfile/short-gpg-key-id
#                                                                                                     ^^^^^^^^^^^^^^^^ dockerfile/short-gpg-key-id
RUN gpg --keyserver 12345678 --recv-keys 0123456789ABCDEF0123456789ABCDEF01234567
