FROM debian:12
RUN apt-get update && apt-get -y --no-install-recommends install -t stable a telnetd \
#                                                                            ^^^^^^^ dockerfile/plaintext-server-installed
      xinetd=1:2.3.15-7 b
#     ^^^^^^^^^^^^^^^^^ dockerfile/plaintext-server-installed
RUN yum install -y vsftpd || zypper -n in tftp-server
#                  ^^^^^^ dockerfile/plaintext-server-installed
#                                         ^^^^^^^^^^^ dockerfile/plaintext-server-installed
RUN ["apk", "add", "tftp-hpa"]
#                   ^^^^^^^^ dockerfile/plaintext-server-installed
