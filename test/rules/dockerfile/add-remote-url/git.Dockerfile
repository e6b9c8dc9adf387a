FROM alpine:3.22
ADD https://github.com/example/app.git /src
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url without a commit
ADD git@github.com:example/app.git#v1.0:docs /src
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url without a commit
ADD git@github.com:example/app.git#be1f38e /src
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/add-remote-url
ADD https://github.com/example/app.git#be1f38efe73c6a93cc429a0488ad6e1db663398c /src
ADD --checksum=be1f38efe73c6a93cc429a0488ad6e1db663398c https://github.com/example/app.git#main /src
ADD https://github.com/example/app.git#$COMMIT /src
