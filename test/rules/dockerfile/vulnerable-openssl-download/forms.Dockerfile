FROM debian:12
RUN wget -q "https://www.openssl.org/source/openssl-3.0.5.tar.gz" && curl -LO https://github.com/openssl/openssl/archive/OpenSSL_1_0_2u.tar.gz
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/vulnerable-openssl-download
#                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/vulnerable-openssl-download
RUN curl -fL https://github.com/openssl/openssl/archive/refs/tags/openssl-3.0.6.zip -o o.zip
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/vulnerable-openssl-download
ADD https://www.openssl.org/source/old/1.0.1/openssl-1.0.1.tar.gz /o/
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/vulnerable-openssl-download
