FROM maven:3.9
RUN ./mvnw -q -Dmaven.wagon.http.ssl.allowall=true -Dmaven.wagon.http.ssl.insecure=true \
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/jvm-build-insecure
#                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/jvm-build-insecure
      package
ENV MAVEN_ARGS=-Daether.connector.https.securityMode=insecure
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/jvm-build-insecure
RUN echo "-Dmaven.wagon.http.ssl.insecure=true" > .mvn/maven.config && gradle -F off build
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/jvm-build-insecure
#                                                                             ^^^^^^ dockerfile/jvm-build-insecure
