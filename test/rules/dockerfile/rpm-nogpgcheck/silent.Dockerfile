FROM fedora:42
RUN rpm -i a.rpm && rpm -V a ; echo "--nodigest"; dnf install --setopt=repo_gpgcheck=0 a
RUN sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.repos.d/x.repo && echo gpgcheck=0
RUN apt-get install --nogpgcheck a
RUN dnf install --setopt=$OPT a
