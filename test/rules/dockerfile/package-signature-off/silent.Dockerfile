FROM archlinux:base
RUN sed -i 's/SigLevel = Never/SigLevel = Required/' /etc/pacman.conf && echo 'SigLevel = Never'
RUN printf 'SigLevel = Optional TrustedOnly\n' >> /etc/pacman.conf && dpkg --force-confold -i a.deb
ENV DOTNET_NUGET_SIGNATURE_VERIFICATION=true
