FROM fedora:44
RUN yum -y --setopt=a=b install gcc-c++-1.1.1 java-11-openjdk
#                                             ^^^^^^^^^^^^^^^ dockerfile/unpinned-rpm-packages
RUN microdnf install -y openssl-1:1.1.1k nss && tdnf install -y @group x-$V
#                                        ^^^ dockerfile/unpinned-rpm-packages
RUN dnf module install -y nodejs:22 && dnf remove y && zypper in -y git\>=2 https://example.com/x.rpm
