FROM debian:12
RUN axel -o -k https://example.com/a && aria2c --check-certificate https://example.com/b
RUN svn co https://example.com/r && http --verify=yes https://example.com
ENV PERL_LWP_SSL_VERIFY_HOSTNAME=1
