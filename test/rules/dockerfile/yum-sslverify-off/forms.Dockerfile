FROM fedora:42
RUN yum-config-manager --save --setopt=boca.sslverify=0 boca
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/yum-sslverify-off
RUN yum install -y --setopt "sslverify=false" a
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/yum-sslverify-off
RUN zypper ar "https://example.com/r?ssl_verify=no" r
#                                    ^^^^^^^^^^^^^ dockerfile/yum-sslverify-off
RUN echo 'sslverify=0' | tee -a /etc/dnf/dnf.conf
#         ^^^^^^^^^^^ dockerfile/yum-sslverify-off
