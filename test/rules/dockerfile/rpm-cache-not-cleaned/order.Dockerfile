FROM fedora:43
RUN dnf -y install a && dnf clean all && dnf -y in b
#                                               ^^ dockerfile/rpm-cache-not-cleaned
RUN dnf -y install a; dnf -y upgrade; dnf clean packages
#                            ^^^^^^^ dockerfile/rpm-cache-not-cleaned
RUN yum install \
#       ^^^^^^^ dockerfile/rpm-cache-not-cleaned
    yum clean all
RUN dnf -y install a && find /var/cache/dnf -mindepth 1 -delete
RUN --mount=type=cache,target=/var/cache,sharing=locked yum -y install a
RUN yum -y install a && cd /var/cache && rm -rf yum/*
RUN zypper rm a; yum -y localinstall b; zypper -n clean x; zypper ref
#                       ^^^^^^^^^^^^ dockerfile/rpm-cache-not-cleaned
#                                                                 ^^^ dockerfile/rpm-cache-not-cleaned
RUN if true; then yum -y install a; fi
#                        ^^^^^^^ dockerfile/rpm-cache-not-cleaned
RUN yum -y install a || yum -y install b
#                              ^^^^^^^ dockerfile/rpm-cache-not-cleaned
RUN ["dnf", "-y", "install", "a"]
#                  ^^^^^^^ dockerfile/rpm-cache-not-cleaned
RUN sudo dnf -y install a
#               ^^^^^^^ dockerfile/rpm-cache-not-cleaned
RUN <<EOF
dnf -y install a
#      ^^^^^^^ dockerfile/rpm-cache-not-cleaned
EOF
RUN dnf list && dnf makecache && dnf remove x
RUN <<EOF
set -e
dnf -y install a
#      ^^^^^^^ dockerfile/rpm-cache-not-cleaned
EOF
