FROM fedora:42
RUN yum-config-manager --save --setopt=boca.sslverify=1 boca; echo sslverify=0
RUN git config http.sslverify false
