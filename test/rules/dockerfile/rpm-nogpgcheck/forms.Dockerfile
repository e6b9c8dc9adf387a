FROM fedora:42
RUN dnf -y --setopt=epel.gpgcheck=0 install a && microdnf install --nogpgcheck b
#          ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/rpm-nogpgcheck
#                                                                 ^^^^^^^^^^^^ dockerfile/rpm-nogpgcheck
RUN rpm -i --nodigest --nosignature a.rpm; zypper --no-gpg-checks in b
#          ^^^^^^^^^^ dockerfile/rpm-nogpgcheck
#                     ^^^^^^^^^^^^^ dockerfile/rpm-nogpgcheck
#                                                 ^^^^^^^^^^^^^^^ dockerfile/rpm-nogpgcheck
RUN printf '[x]\ngpgcheck=0\n' > /etc/yum.repos.d/x.repo
#                ^^^^^^^^^^ dockerfile/rpm-nogpgcheck
RUN sed -i 's/gpgcheck=1/gpgcheck=0/g' /etc/yum.repos.d/x.repo
#                        ^^^^^^^^^^ dockerfile/rpm-nogpgcheck
RUN dnf config-manager setopt x.gpgcheck=0
#                             ^^^^^^^^^^^^ dockerfile/rpm-nogpgcheck
RUN cat <<EOF > /etc/yum.repos.d/y.repo
[y]
gpgcheck = no
#@0-13 dockerfile/rpm-nogpgcheck
repo_gpgcheck=0
EOF
